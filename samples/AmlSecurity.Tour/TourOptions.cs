using AmlSecurity.Domain;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Rules;
using OneOf;

namespace AmlSecurity.Tour;

/// <summary>What the command line asks for.</summary>
internal sealed record TourOptions(
    string Folder,
    bool WritesJson,
    bool ShowsHelp,
    Strictness Strictness,
    RuleSet Rules,
    WildcardReading Reading,
    string? SarifFile = null)
{
    public const string Usage =
        """
        Shows what the security model makes of role definitions, assignments, questions and templates in JSON files.

        usage: AmlSecurity.Tour [folder] [options]

          folder            a folder of your own exports; without it, the inputs that come with the program
          --json            one JSON document instead of the printed tour
          --sarif FILE      also writes what is found in templates as SARIF 2.1.0
          --strict          take what is irregular as a fault, not as a notice
          --rule-set DATE   current (the default), or a date from 2020-03-13 on
          --reading NAME    azure (the default): a/*/read covers a/read; literal: it does not
          --help            this text

        files, found by name in the folder, or in a subfolder named so (roles/, assignments/, ...):
          roles*.json         role definitions: az role definition list, ARM, or input of az role definition create
          assignments*.json   az role assignment list, or ARM
          deny*.json          deny assignments
          groups*.json        {"group id": ["member id", ...]}, or Microsoft Graph groups with their members
          hierarchy*.json     {"subscription or management group": "management group above"}, or
                              az account management-group show --expand --recurse
          questions*.json     [{"principal", "action", "scope", "plane"?: control|data,
                                "membership"?: member|guest, "name"?, "note"?, "attributes"?}];
                              made up from the matrix if missing
          identities*.json    [{"workspace", "storageAccount", "keyVault", "containerRegistry"?, "principalId"?,
                                "vaultAccess"?: "keys, secrets, certificates", "region"?}]
          activity-log*.json  az monitor activity-log list, or an export by diagnostic settings
          templates*.json     a template, a body of the REST interface, az ml workspace show, or a deployment
                              configuration; X.parameters.json beside X.json or X.azuredeploy.json is its parameters
        a file of another name is taken for what it reads as, or named in a notice.

        exit code: 0 all was understood, 1 some input was not, 2 the command line was not

        """;

    public static OneOf<TourOptions, UsageFault> Read(IReadOnlyList<string> args)
    {
        var given = new TourOptions("", false, false, Strictness.Lenient, RuleSet.Current, WildcardReading.Azure);
        var rest = new Queue<string>(args.SelectMany(Split));
        while (rest.TryDequeue(out var word))
        {
            OneOf<TourOptions, UsageFault> next = word switch
            {
                "--json" => given with { WritesJson = true },
                "--strict" => given with { Strictness = Strictness.Strict },
                "--help" or "-h" or "-?" => given with { ShowsHelp = true },
                "--rule-set" => given.WithRules(rest.TryDequeue(out var text) ? text : null),
                "--sarif" => given.WithSarif(rest.TryDequeue(out var text) ? text : null),
                "--reading" => given.WithReading(rest.TryDequeue(out var text) ? text : null),
                "" => new UsageFault("the folder is empty text"),
                ['-', ..] => new UsageFault($"`{word}` is no option"),
                _ when given.Folder.Length > 0 => new UsageFault($"`{word}` is a second folder"),
                _ => given with { Folder = word },
            };
            if (!next.TryPickT0(out given, out var fault))
            {
                return fault;
            }
        }

        return given.Folder.Length > 0
            ? given
            : given with { Folder = Path.Combine(AppContext.BaseDirectory, "inputs") };
    }

    // `--reading=literal` is `--reading literal`.
    private static string[] Split(string word) =>
        word.StartsWith("--", StringComparison.Ordinal) ? word.Split('=', 2) : [word];

    private OneOf<TourOptions, UsageFault> WithRules(string? text) =>
        RuleSet.Read(text).TryPickT0(out var rules, out var fault)
            ? this with { Rules = rules }
            : new UsageFault($"`{text}` is no rule set: {fault}");

    private OneOf<TourOptions, UsageFault> WithSarif(string? text) => text is null or "" or ['-', ..]
        ? new UsageFault("--sarif needs the name of the file to write")
        : this with { SarifFile = text };

    private OneOf<TourOptions, UsageFault> WithReading(string? text) => text?.ToUpperInvariant() switch
    {
        "AZURE" => this with { Reading = WildcardReading.Azure },
        "LITERAL" => this with { Reading = WildcardReading.Literal },
        _ => new UsageFault($"`{text}` is no reading: it is neither azure nor literal"),
    };
}
