using Ita.Domain.Scoring;

namespace Ita.App.Results;

/// <summary>Tells the figures that were made of the answer sheets of our own surveys from those that somebody stated.</summary>
internal static class OwnSheets
{
    /// <summary>Whether anything in a result is made of sheets.</summary>
    public static bool Made(AgencyResult result) =>
        result.Total.SelfAndBelow().Any(node => IsSource(node.Source));

    /// <param name="source">Of a figure: the upload's id, or <see cref="Origin.Survey"/>, and the place in it.</param>
    public static bool IsSource(string source) => source.StartsWith($"{Origin.Survey} ", StringComparison.Ordinal);
}
