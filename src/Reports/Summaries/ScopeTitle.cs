namespace Ita.Reports.Summaries;

/// <summary>The scope of a summary, as named in its title.</summary>
public static class ScopeTitle
{
    /// <param name="province">Null for every province.</param>
    /// <param name="type">Null for every type of agency.</param>
    public static string Of(string? province, string? type) => (province, type) switch
    {
        (null, null) => "ทั่วประเทศ",
        ({ } one, null) => $"จังหวัด{one}",
        (null, { } kind) => kind,
        ({ } one, { } kind) => $"{kind} จังหวัด{one}",
    };
}
