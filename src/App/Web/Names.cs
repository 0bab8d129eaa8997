using System.Text.Json;
using Ita.Domain.Scoring;

namespace Ita.App.Web;

/// <summary>Names of the domain's cases as the API spells them.</summary>
internal static class Names
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    public static string Of(RatingOutcome rating) => rating switch
    {
        RatingOutcome.Decided => "decided",
        RatingOutcome.CannotBeTold => "cannotBeTold",
        _ => "notRated",
    };
}
