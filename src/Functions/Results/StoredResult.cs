using Ita.Domain.Scoring;

namespace Ita.Functions.Results;

/// <summary>A version of a result as it lies in its blob: never changed once written.</summary>
/// <param name="Version">1, 2, 3 … within agency and year.</param>
/// <param name="State">draft or published.</param>
/// <param name="Upload">The upload that made this version.</param>
/// <param name="ComputedAt">When that upload was received: a fixed time, so that computing again gives the same bytes.</param>
public sealed record StoredResult(int Version, string State, string Upload, DateTimeOffset ComputedAt, AgencyResult Result)
{
    public const string Draft = "draft";
}
