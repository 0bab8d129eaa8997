namespace Ita.App.Web;

/// <summary>Page sizes of lists.</summary>
internal static class Paging
{
    private const int Usual = 100;
    private const int Largest = 1000;

    /// <summary>The size of a page; null when the requested size is invalid.</summary>
    public static int? Size(int? asked) => asked is < 1 or > Largest ? null : asked ?? Usual;
}
