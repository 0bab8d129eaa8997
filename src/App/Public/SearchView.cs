namespace Ita.App.Public;

/// <summary>What the form of the search asks for; null for all.</summary>
/// <param name="Text">Part of a name or code.</param>
public sealed record SearchFilter(int Year, string? Text, string? Province, string? Type);

/// <summary>One page of the published results that were found.</summary>
/// <param name="Found">In the order of names.</param>
public sealed record SearchView(SearchFilter Filter, ImmutableArray<ResultBrief> Found, int AskedPage)
{
    public const int PageSize = 50;

    public int Pages => Math.Max(1, (Found.Length + PageSize - 1) / PageSize);

    public int Page => Math.Clamp(AskedPage, 1, Pages);

    public IEnumerable<ResultBrief> Shown => Found.Skip((Page - 1) * PageSize).Take(PageSize);

    /// <summary>The address of another page of this search.</summary>
    public string Address(int page)
    {
        (string Name, string? Value)[] parts =
        [
            ("year", Filter.Year.ToString(CultureInfo.InvariantCulture)), ("q", Filter.Text), ("province", Filter.Province), ("type", Filter.Type),
            ("page", page == 1 ? null : page.ToString(CultureInfo.InvariantCulture)),
        ];
        return $"{SearchPages.Address}?" + string.Join(
            '&', parts.Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
    }
}
