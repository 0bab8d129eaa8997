using Ita.Domain.Texts;

namespace Ita.App.Web;

/// <summary>The reason that a caller gives for a change. It is stored in the history of a result, which is one table row.</summary>
internal static class Reasons
{
    private const int Longest = TextLimits.Reason;

    /// <summary>The trimmed reason in one spelling; null when it is blank.</summary>
    public static string? Plain(string? reason) => string.IsNullOrWhiteSpace(reason) ? null : ThaiSpelling.Repair(reason).Trim();

    /// <summary>True when it can be stored: within the limit, readable and without control characters.</summary>
    public static bool IsUsable(string? reason) => reason is null
        || (reason.Length <= Longest && TextFaults.FindRefused(reason, isMultiline: true) is null
            && UnreadableText.Find(ThaiSpelling.Repair(reason)) == TextFault.None);

    public static Refusal Unusable() => Refusal.Invalid("reason-invalid", ("limit", Longest.ToString(CultureInfo.InvariantCulture)));
}
