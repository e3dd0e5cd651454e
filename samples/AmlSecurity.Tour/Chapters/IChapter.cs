using System.Text.Json.Nodes;
using Spectre.Console;

namespace AmlSecurity.Tour.Chapters;

/// <summary>One part of the tour: the same content for a person and for a machine.</summary>
internal interface IChapter
{
    /// <summary>Gets the chapter's member in the JSON document.</summary>
    string Name { get; }

    /// <summary>Gets the chapter's heading.</summary>
    string Title { get; }

    void Print(TourInputs inputs, IAnsiConsole console);

    JsonNode ToJson(TourInputs inputs);
}
