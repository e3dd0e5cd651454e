using System.Text;
using AmlSecurity.Domain.Canonical;

namespace AmlSecurity.Domain.Tests.Canonical;

/// <summary>Exports that are one document, and those that have one on each line.</summary>
public sealed class JsonLinesTests
{
    [Theory]
    [InlineData("""{"n":"a"}""", "a")]
    [InlineData("""[{"n":"a"},{"n":"b"}]""", "a b")]
    [InlineData("""{"value":[{"n":"a"},{"n":"b"}]}""", "a b")]
    [InlineData("""{"records":[{"n":"a"},{"n":"b"}]}""", "a b")]
    [InlineData("""{"Records":[{"n":"a"}],"value":[{"n":"b"}]}""", "a")]
    [InlineData("""{"records":"none","value":[{"n":"b"}]}""", "b")]
    [InlineData("{\n\"n\":\"a\"\n}", "a")]
    [InlineData("[\n{\"n\":\"a\"},\n{\"n\":\"b\"}\n]", "a b")]
    [InlineData("[{\"n\":\"a\"}]\n", "a")]
    public void A_document_is_read_as_a_whole(string text, string names) => Assert.Equal(names, Names(text));

    [Theory]
    [InlineData("{\"n\":\"a\"}\n{\"n\":\"b\"}", "a b")]
    [InlineData("{\"n\":\"a\"}\r\n{\"n\":\"b\"}\r\n", "a b")]
    [InlineData("\n\n{\"n\":\"a\"}\n \t\r\n{\"n\":\"b\"}\n{\"n\":\"c\"}\n", "a b c")]
    [InlineData("\uFEFF{\"n\":\"a\"}\n{\"n\":\"b\"}", "a b")]
    [InlineData("[{\"n\":\"a\"},{\"n\":\"b\"}]\n[{\"n\":\"c\"}]", "a b c")]
    [InlineData("{\"records\":[{\"n\":\"a\"}]}\n{\"value\":[{\"n\":\"b\"}]}\n{\"n\":\"c\"}", "a b c")]
    public void Each_line_is_read_by_itself(string text, string names) => Assert.Equal(names, Names(text));

    [Fact]
    public void A_fault_on_a_line_has_its_number_among_the_lines_and_its_offset_in_all()
    {
        var reading = Read("{\"n\":\"a\"}\n\n{\"n\":7}\n{\"n\":\"c\"}");

        Assert.Equal(["a", "c"], reading.Values.AsEnumerable());
        Assert.Equal(
            new DocumentFault(DocumentFaultKind.OfTheWrongType, "$[1].n", 16, "it is not a string"),
            Assert.Single(reading.Faults));
    }

    [Fact]
    public void What_is_irregular_on_a_line_is_told_like_a_fault()
    {
        var reading = Read("{\"n\":\"a\"}\n{\"n\":\"odd\"}");

        Assert.Empty(reading.Faults);
        Assert.Equal(
            new DocumentFault(DocumentFaultKind.Irregular, "$[1].n", 15, "it is odd"), Assert.Single(reading.Notices));
    }

    [Fact]
    public void A_line_that_is_no_JSON_takes_no_other_with_it()
    {
        var reading = Read("{\"n\":\"a\"}\n{\"n\":}\n{\"n\":\"c\"}");

        Assert.Equal(["a", "c"], reading.Values.AsEnumerable());
        Assert.Equal("$[1].n", Assert.Single(reading.Faults).Path);
    }

    [Fact]
    public void A_list_that_goes_on_elsewhere_says_so()
    {
        var reading = Read("""{"value":[{"n":"a"}],"nextLink":"https://next","count":{"n":"b"}}""");

        Assert.Equal(["a"], reading.Values.AsEnumerable());
        Assert.Equal("the list goes on in another document", Assert.Single(reading.Notices).Detail);
        Assert.Empty(Read("""{"value":[{"n":"a"}],"nextLink":null}""").Notices);
    }

    private static string Names(string text)
    {
        var reading = Read(text);
        Assert.Empty(reading.Faults);
        return string.Join(' ', reading.Values);
    }

    private static DocumentReading<string> Read(string text) =>
        JsonLines.Read(Encoding.UTF8.GetBytes(text), Strictness.Lenient, NameOf);

    private static string? NameOf(ref JsonCursor json)
    {
        string? name = null;
        if (json.EnterObject())
        {
            while (json.NextMember())
            {
                name = json.Member == "n" ? json.Text() : name;
                if (name == "odd")
                {
                    json.Report(DocumentFaultKind.Irregular, "it is odd");
                }
            }
        }

        return name;
    }
}
