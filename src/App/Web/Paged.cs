namespace Ita.App.Web;

/// <summary>One page of a list that is in memory.</summary>
/// <param name="All">The entries of all pages.</param>
/// <param name="Asked">The page that was asked for, from 1; one that does not exist is the nearest.</param>
public sealed record Paged<T>(ImmutableArray<T> All, int Asked)
{
    public int Count => All.Length;

    public int Pages => Math.Max(1, (Count + Paging.OnPage - 1) / Paging.OnPage);

    public int Page => Math.Clamp(Asked, 1, Pages);

    /// <summary>The entries of the page.</summary>
    public ImmutableArray<T> Shown => [.. All.Skip((Page - 1) * Paging.OnPage).Take(Paging.OnPage)];
}
