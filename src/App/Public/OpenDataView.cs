namespace Ita.App.Public;

/// <summary>What is published of a year.</summary>
/// <param name="Changed">When one of them was last changed; null when there is none.</param>
public sealed record PublishedYear(int Year, int Count, DateTimeOffset? Changed);

/// <summary>The catalogue of open data.</summary>
/// <param name="Years">The newest first; only years with published results.</param>
/// <param name="Site">The public address of this app, without a slash at its end.</param>
/// <param name="Licence">The licence of the data: setting <c>ITA_DATA_LICENCE</c>; null when it is not set.</param>
/// <param name="NewestFramework">The newest year whose framework is confirmed, for an example.</param>
/// <param name="Example">A published result, for example addresses; null when there is none.</param>
public sealed record OpenDataView(
    ImmutableArray<PublishedYear> Years, string Site, string? Licence, (int Year, string Agency)? Example, int NewestFramework);
