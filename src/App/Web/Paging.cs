namespace Ita.App.Web;

/// <summary>Page sizes of lists.</summary>
internal static class Paging
{
    /// <summary>The entries on one page of an HTML list.</summary>
    public const int OnPage = 50;

    private const int Usual = 100;
    private const int Largest = 1000;

    /// <summary>The size of a page; null when the requested size is invalid.</summary>
    public static int? Size(int? asked) => asked is < 1 or > Largest ? null : asked ?? Usual;
}
