using System.Globalization;

namespace Ita.App.Web;

/// <summary>Why something is done, in its sender's words: it stands in the history of a result, which lies in one row.</summary>
internal static class Reasons
{
    private const int Longest = 500;

    /// <summary>Null where none is given.</summary>
    public static string? Plain(string? reason) => string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();

    public static bool IsTooLong(string? reason) => reason?.Length > Longest;

    public static IResult Refusal() =>
        ApiProblem.Of(StatusCodes.Status400BadRequest, "reason-invalid", ("limit", Longest.ToString(CultureInfo.InvariantCulture)));
}
