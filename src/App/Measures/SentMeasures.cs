using Ita.Domain.Improvement;
using Ita.Domain.Texts;

namespace Ita.App.Measures;

/// <summary>Checks sent measures for what their types do not say: ids, years, and the size of what is stored.</summary>
internal static class SentMeasures
{
    private const int FirstYear = 2500;
    private const int LastYear = 2699;
    private const int CommonEraFrom = 1900;
    private const int CommonEraTo = 2200;
    private const int BuddhistEraOffset = 543;

    private static readonly char[] RefusedInIds = ['/', '\\', '#', '?'];

    /// <summary>The problems of a plan as it was sent; empty when there are none.</summary>
    public static ImmutableArray<Problem> FindProblems(IReadOnlyList<MeasureObject> sent, IReadOnlyList<string> ids)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (at, measure) in sent.Index())
        {
            var place = $"[{at.ToString(CultureInfo.InvariantCulture)}].";
            problems.AddRange(FindProblems(measure, place));
            if (measure.Id is { } id && !IsId(id))
            {
                problems.Add(Of("measure-id", $"{place}id").With("limit", $"{TextLimits.MeasureId}"));
            }
            else if (!known.Add(ids[at]))
            {
                problems.Add(Of("measure-id-twice", $"{place}id") with { Value = ids[at] });
            }
        }

        return problems.ToImmutable();
    }

    /// <summary>The problems of one measure as it was sent, apart from its id; empty when there are none.</summary>
    /// <param name="place">The start of the path of its members.</param>
    public static IEnumerable<Problem> FindProblems(MeasureObject sent, string place = "")
    {
        if (sent.CarriedOut is { } year and (< FirstYear or > LastYear))
        {
            yield return year is >= CommonEraFrom and <= CommonEraTo
                ? (Of("member-common-era", $"{place}carriedOut") with { Value = $"{year}" }).With("year", $"{year + BuddhistEraOffset}")
                : Of("member-out-of-range", $"{place}carriedOut").With("first", $"{FirstYear}").With("last", $"{LastYear}");
        }
    }

    /// <summary>The problem of a member <c>id</c> of a PATCH; null when it is left out or that of the address.</summary>
    public static Problem? FindProblemOfId(MeasureObject sent, string id) =>
        sent.Id is null || sent.Id == id ? null : Of("member-differs", "id");

    /// <summary>The first measure that has more text than a table row takes, or the plan that has more than a transaction takes; null
    /// when all fit.</summary>
    public static Problem? FindTooLarge(IReadOnlyCollection<Measure> plan)
    {
        var sizes = plan.Select(measure => (measure.Id, MeasureTable.SizeOf(measure))).ToList();
        return sizes.Find(one => one.Item2 > TextLimits.PropertyJson) is { Id: { } id }
            ? Of("measure-too-large", id).With("limit", $"{TextLimits.PropertyJson}")
            : sizes.Sum(one => one.Item2) > TextLimits.WholePlan ? Of("plan-too-large", "body").With("limit", $"{TextLimits.WholePlan}") : null;
    }

    private static bool IsId(string id) =>
        id.Length is > 0 and <= TextLimits.MeasureId && id[0] != '!' && id is not ("." or "..") && id.IndexOfAny(RefusedInIds) < 0
        && !char.IsWhiteSpace(id[0]) && !char.IsWhiteSpace(id[^1]);

    private static Problem Of(string code, string column) => new(code, Severity.Error, Column: column);
}
