namespace Ita.App.Public;

/// <summary>What the form of the search asks for; null for all.</summary>
/// <param name="Text">Part of a name or code.</param>
public sealed record SearchFilter(int Year, string? Text, string? Province, string? Type);

/// <summary>One page of the published results that were found.</summary>
/// <param name="Found">In the order of names.</param>
/// <param name="Years">The years that can be searched, the newest first.</param>
public sealed record SearchView(SearchFilter Filter, Paged<ResultBrief> Found, ImmutableArray<int> Years)
{
    /// <summary>The address of another page of this search.</summary>
    public string Address(int page) => SearchPages.Address + PageQuery.Of(
        ("year", Filter.Year.ToString(CultureInfo.InvariantCulture)), ("q", Filter.Text), ("province", Filter.Province), ("type", Filter.Type),
        ("page", PageQuery.Page(page)));
}
