namespace Ita.App.Web;

/// <summary>How much of a list one answer gives.</summary>
internal static class Paging
{
    private const int Usual = 100;
    private const int Largest = 1000;

    /// <summary>The size of a page; null when what was asked for is none.</summary>
    public static int? Size(int? asked) => asked is < 1 or > Largest ? null : asked ?? Usual;
}
