namespace Ita.App.Results;

/// <summary>Distinguishes the figures computed from sheets of our own surveys from stated ones.</summary>
internal static class OwnSheets
{
    /// <summary>True when any figure of a result was computed from survey sheets.</summary>
    public static bool Made(AgencyResult result) =>
        result.Total.SelfAndBelow().Any(node => IsSource(node.Source));

    /// <param name="source">The source of a figure: the upload's id or <see cref="Origin.Survey"/>, and the place in
    /// it.</param>
    public static bool IsSource(string source) => source.StartsWith($"{Origin.Survey} ", StringComparison.Ordinal);
}
