namespace Ita.App.Web;

/// <summary>The reason that a caller gives for a change. It is stored in the history of a result, which is one table row.</summary>
internal static class Reasons
{
    private const int Longest = 500;

    /// <summary>The trimmed reason; null when it is blank.</summary>
    public static string? Plain(string? reason) => string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();

    public static bool IsTooLong(string? reason) => reason?.Length > Longest;

    public static Refusal TooLong() => Refusal.Invalid("reason-invalid", ("limit", Longest.ToString(CultureInfo.InvariantCulture)));
}
