namespace Ita.App.Desk.Bodies;

/// <summary>How far the work of an agency is in a year.</summary>
public enum BodyState
{
    /// <summary>Registered, and no figure was sent.</summary>
    NothingSent,

    /// <summary>The current version is a draft.</summary>
    Draft,
    Published,
}

/// <summary>One agency in the list of a year.</summary>
/// <param name="Total">As shown; null when there is none.</param>
/// <param name="Before">The total of the year before; null when there is none.</param>
public sealed record Body(
    string Code,
    string? Name,
    string? Type,
    string? Province,
    BodyState State,
    decimal? Total,
    string? Rating,
    decimal? Before)
{
    /// <summary>The current version of the result; null when there is none.</summary>
    public int? Version { get; init; }

    /// <summary>The change against the year before; null when one of the totals is missing.</summary>
    public decimal? Change => Total - Before;
}
