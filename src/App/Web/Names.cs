namespace Ita.App.Web;

/// <summary>The API's names of domain values.</summary>
internal static class Names
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>The value with a name of the API; null when there is none.</summary>
    public static T? Find<T>(string? name)
        where T : struct, Enum => Enum.GetValues<T>().Where(value => Of(value) == name).Select(value => (T?)value).FirstOrDefault();

    public static string Of(RatingOutcome rating) => rating switch
    {
        RatingOutcome.Decided => "decided",
        RatingOutcome.Undecided => "cannotBeTold",
        _ => "notRated",
    };
}
