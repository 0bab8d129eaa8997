using Ita.Domain.Texts;

namespace Ita.App.Web.Bodies;

/// <summary>The reason that a caller gives for a change. It is stored in the history of a result, which is one table row.</summary>
internal static class Reasons
{
    private const int Longest = TextLimits.Reason;

    /// <summary>The trimmed reason in one spelling; null when it is blank.</summary>
    public static string? Plain(string? reason) => string.IsNullOrWhiteSpace(reason) ? null : ThaiSpelling.Repair(reason).Trim();

    /// <summary>The refusal of a reason that cannot be stored, with its cause; null when it can.</summary>
    public static Refusal? Check(string? reason) =>
        BodyText.FindProblem(reason ?? "", nameof(reason), nameof(reason)) is { } problem ? Unusable().Because(problem) : null;

    public static Refusal Unusable() => Refusal.Invalid("reason-invalid", ("limit", Longest.ToString(CultureInfo.InvariantCulture)));
}
