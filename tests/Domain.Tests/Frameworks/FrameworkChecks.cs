using Ita.Domain.Frameworks;
using Ita.Domain.Tests.Frameworks.Checks;

namespace Ita.Domain.Tests.Frameworks;

/// <summary>
/// Proves a framework sound before anything is computed with it: a wrong number in a data file must be found here and not in
/// a body's score.
/// </summary>
public static class FrameworkChecks
{
    /// <summary>All that is wrong with a framework, as sentences for whoever edits its file; empty when it is sound.</summary>
    public static IReadOnlyList<string> FaultsOf(Framework framework) =>
    [
        .. CodeChecks.Of(framework),
        .. TreeChecks.Of(framework),
        .. ItemChecks.Of(framework),
        .. WeightChecks.Of(framework),
        .. ScaleChecks.Of(framework),
        .. RatingChecks.Of(framework),
        .. SampleChecks.Of(framework),
        .. IssueChecks.Of(framework),
        .. TextChecks.Of(framework),
    ];
}
