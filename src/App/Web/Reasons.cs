using Ita.Domain.Texts;

namespace Ita.App.Web;

/// <summary>The reason that a caller gives for a change. It is stored in the history of a result, which is one table row.</summary>
internal static class Reasons
{
    private const int Longest = TextLimits.Reason;

    /// <summary>The trimmed reason; null when it is blank.</summary>
    public static string? Plain(string? reason) => string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();

    /// <summary>True when it can be stored: within the limit and without control characters.</summary>
    public static bool IsUsable(string? reason) =>
        reason is null || (reason.Length <= Longest && TextFaults.FindRefused(reason, isMultiline: true) is null);

    public static Refusal Unusable() => Refusal.Invalid("reason-invalid", ("limit", Longest.ToString(CultureInfo.InvariantCulture)));
}
