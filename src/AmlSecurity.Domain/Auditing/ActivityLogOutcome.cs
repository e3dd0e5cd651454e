using System.Globalization;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Finds out how far an operation is, from words that differ between services, tools and years.</summary>
internal static class ActivityLogOutcome
{
    private const int FirstOfFailures = 400;

    public static ActivityLogProgress ProgressOf(ActivityLogEvent given) => ProgressOf(given.Status?.Value) switch
    {
        ActivityLogProgress.NotStated when StatusCode(given.SubStatus?.Value) is { } code =>
            code < FirstOfFailures ? ActivityLogProgress.Succeeded : ActivityLogProgress.Failed,
        ActivityLogProgress.NotStated when IsNamed(given.EventName, "BeginRequest") => ActivityLogProgress.Started,
        var stated => stated,
    };

    /// <summary>Finds the code of a failure: the most particular one.</summary>
    public static string CodeOf(ActivityLogEvent given, ActivityLogFields fields) =>
        fields.Text("properties", "statusMessage", "error", "code")
        ?? fields.Text("properties", "statusMessage", "code")
        ?? fields.Text("properties", "error", "code")
        ?? fields.Text("properties", "errorCode")
        ?? given.SubStatus?.Value
        ?? fields.Text("properties", "statusCode")
        ?? given.Status?.Value
        ?? "Failed";

    public static AuditOutcome Of(ActivityLogEvent given) => given.Progress switch
    {
        ActivityLogProgress.Succeeded => new AuditOutcome.Succeeded(),
        ActivityLogProgress.Failed => new AuditOutcome.Failed(given.FailureCode!),
        _ => new AuditOutcome.Started(),
    };

    private static ActivityLogProgress ProgressOf(string? word) => CaseFolding.Fold(word ?? "") switch
    {
        "start" or "started" => ActivityLogProgress.Started,
        "accept" or "accepted" or "in progress" or "inprogress" or "running" or "active" =>
            ActivityLogProgress.InProgress,
        "success" or "succeeded" or "completed" or "resolved" => ActivityLogProgress.Succeeded,
        "failure" or "failed" or "canceled" or "cancelled" => ActivityLogProgress.Failed,
        _ => ActivityLogProgress.NotStated,
    };

    private static int? StatusCode(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code)
        && code is >= RecordWords.FirstStatus and <= RecordWords.LastStatus
            ? code
            : null;

    private static bool IsNamed(ActivityLogName? name, string word) =>
        string.Equals(name?.Value, word, StringComparison.OrdinalIgnoreCase);
}
