using Ita.Domain.Frameworks;
using Ita.Domain.Tests.Frameworks.Checks;

namespace Ita.Domain.Tests.Frameworks;

/// <summary>
/// Validates a framework before it is used: a wrong number in a data file must be found here and not in the score of an agency.
/// </summary>
public static class FrameworkChecks
{
    /// <summary>All errors of a framework, as sentences for the editor of its file; empty when it is valid.</summary>
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
