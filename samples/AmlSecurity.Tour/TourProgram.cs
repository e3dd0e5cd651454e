using System.Collections.Immutable;
using AmlSecurity.Tour.Chapters;
using AmlSecurity.Tour.Inputs;
using AmlSecurity.Tour.Output;
using AmlSecurity.Tour.Sarif;

namespace AmlSecurity.Tour;

/// <summary>The program apart from the console that it runs on.</summary>
public static class TourProgram
{
    /// <summary>Everything was understood.</summary>
    public const int Sound = 0;

    /// <summary>Some input was not understood; the rest was shown.</summary>
    public const int Faulty = 1;

    /// <summary>The command line was not understood.</summary>
    public const int Misused = 2;

    // A room adds its chapter here; the order is the order of the tour.
    private static readonly ImmutableArray<IChapter> Chapters =
        [
            new InputsChapter(), new MatrixChapter(), new QuestionsChapter(), new WhatCanChapter(), new RolesChapter(),
            new SnapshotsChapter(),
            new PrivilegeChapter(),
            new SealingChapter(), new KeyVersionsChapter(), new CallersChapter(), new AuditChapter(),
            new ActivityChapter(), new IdentitiesChapter(), new DataAtRestChapter(),
            new CompatibilityChapter(), new AssessmentChapter(), new LifeChapter(),
            new InteropChapter(),
        ];

    /// <summary>Runs the tour.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="output">Where the tour goes, or the JSON document and nothing else.</param>
    /// <param name="error">Where a person is told what went wrong.</param>
    /// <returns><see cref="Sound"/>, <see cref="Faulty"/> or <see cref="Misused"/>.</returns>
    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        if (!TourOptions.Read(args).TryPickT0(out var options, out var fault))
        {
            error.WriteLine($"{SafeText.Plain(fault.Reason)}; --help shows the usage");
            return Misused;
        }

        if (options.ShowsHelp)
        {
            output.Write(TourOptions.Usage);
            return Sound;
        }

        if (!InputFolder.Read(options.Folder, options.Strictness).TryPickT0(out var folder, out var missing))
        {
            error.WriteLine(SafeText.Plain(missing.Reason));
            return Faulty;
        }

        return Show(new TourInputs(folder, options), options, output, error);
    }

    private static int Show(TourInputs inputs, TourOptions options, TextWriter output, TextWriter error)
    {
        if (options.WritesJson)
        {
            TourDocument.Write(inputs, Chapters, output);
        }
        else
        {
            TourBook.Print(inputs, Chapters, TourConsole.Over(output));
        }

        if (options.SarifFile is { } sarif && SarifFile.Write(sarif, inputs) is { } problem)
        {
            error.WriteLine(SafeText.Plain(problem));
            return Faulty;
        }

        var faults = inputs.Files.Sum(file => file.Faults.Length);
        if (faults > 0)
        {
            var place = options.WritesJson ? "`inputs` has them" : "chapter 1 lists them";
            error.WriteLine($"{(faults == 1 ? "1 fault" : $"{faults} faults")} in the inputs; {place}");
        }

        return inputs.IsComplete ? Sound : Faulty;
    }
}
