using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;

namespace AmlSecurity.Benchmarks.Report;

/// <summary>Draws the ratios of a result as bars on a logarithmic axis, as SVG.</summary>
internal static class RatioPlot
{
    private static readonly OxyColor[] Colours =
        [OxyColor.FromRgb(0x1F, 0x5A, 0x96), OxyColor.FromRgb(0xE0, 0x8A, 0x1E), OxyColor.FromRgb(0x3C, 0x8D, 0x5A), OxyColors.Gray];

    public static void Draw(ContestResult result, string path)
    {
        var model = new PlotModel { Background = OxyColors.White, DefaultFont = "Arial, sans-serif" };
        var names = new CategoryAxis { Position = AxisPosition.Left, StartPosition = 1, EndPosition = 0, GapWidth = 0.4 };
        names.Labels.AddRange(result.Rows.Select(row => row.Contestant.Name));
        model.Axes.Add(names);
        var ratios = Enumerable.Range(0, result.Rows.Count)
            .SelectMany(row => Enumerable.Range(0, result.Parameters.Count).Select(choice => result.Ratio(row, choice)))
            .ToList();
        var least = Math.Pow(10, Math.Floor(Math.Log10(ratios.Min() * 0.8)));
        model.Axes.Add(new LogarithmicAxis
        {
            Position = AxisPosition.Bottom,
            Title = $"time to that of \"{result.Rows[0].Contestant.Name}\" (logarithmic, less is faster)",
            Minimum = least,
            Maximum = ratios.Max() * 2,
            MajorGridlineStyle = LineStyle.Solid,
            MajorGridlineColor = OxyColors.LightGray,
        });
        for (var choice = 0; choice < result.Parameters.Count; choice++)
        {
            var bars = new BarSeries
            {
                Title = result.Spoken[choice],
                BaseValue = least,
                FillColor = Colours[choice % Colours.Length],
                LabelFormatString = "{0:0.00}",
                LabelPlacement = LabelPlacement.Outside,
                FontSize = 10,
            };
            bars.Items.AddRange(Enumerable.Range(0, result.Rows.Count).Select(row => new BarItem(result.Ratio(row, choice))));
            model.Series.Add(bars);
        }

        if (result.Parameters.Count > 1)
        {
            model.Legends.Add(new Legend
            {
                LegendPlacement = LegendPlacement.Outside,
                LegendPosition = LegendPosition.BottomCenter,
                LegendOrientation = LegendOrientation.Vertical,
            });
        }

        using var file = File.Create(path);
        var height = 100 + (result.Parameters.Count * 24) + (result.Rows.Count * (12 + (result.Parameters.Count * 14)));
        new SvgExporter { Width = 820, Height = height, TextMeasurer = new GenerousTextMeasurer() }.Export(model, file);
    }
}
