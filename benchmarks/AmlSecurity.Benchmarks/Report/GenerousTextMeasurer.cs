using OxyPlot;

namespace AmlSecurity.Benchmarks.Report;

/// <summary>Takes every text for wider and higher than it is in Arial, because whoever looks at the plot may have another
/// font.</summary>
internal sealed class GenerousTextMeasurer() : PdfRenderContext(1, 1, OxyColors.White)
{
    public override OxySize MeasureText(string text, string fontFamily, double fontSize, double fontWeight)
    {
        var size = base.MeasureText(text, fontFamily, fontSize, fontWeight);
        return new OxySize(size.Width * 1.6, size.Height * 1.5);
    }
}
