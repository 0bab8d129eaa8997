namespace Ita.App.Web;

/// <summary>The API's names of domain values.</summary>
internal static class Names
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    public static string Of(RatingOutcome rating) => rating switch
    {
        RatingOutcome.Decided => "decided",
        RatingOutcome.Undecided => "cannotBeTold",
        _ => "notRated",
    };
}
