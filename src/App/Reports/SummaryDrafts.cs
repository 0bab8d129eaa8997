using Ita.App.Agencies;
using Ita.Domain.Ranking;
using Ita.Reports.Rendering;
using Ita.Reports.Summaries;

namespace Ita.App.Reports;

/// <summary>Makes the summary of many agencies from the rows of their results and of the registry; no blob is read.</summary>
public sealed class SummaryDrafts(ResultTable results, AgencyTable agencies, KnownFrameworks frameworks)
{
    /// <summary>Null when no agency of the scope has a result.</summary>
    public async Task<RenderedReport?> DraftAsync(FiscalYear year, SummaryScope scope, ReportOptions options, CancellationToken cancellationToken)
    {
        var (summary, computedAt, isDraft) = await SummaryAndStateAsync(year, scope, cancellationToken);
        if (summary is null)
        {
            return null;
        }

        ImmutableArray<SummaryRow> rows = [.. summary.Ranked.Select(placed => placed.Value), .. summary.Unscored];
        var title = ScopeTitle.Of(scope.Province, scope.Type, rows);
        var model = new SummaryModel(title, summary, frameworks.Current.Get(year), 1, computedAt)
        {
            Silent = await SilentAsync(year, scope, [.. rows.Select(row => row.AgencyCode)], cancellationToken),
        };
        return await Report.RenderAsync(model, options with { IsDraft = isDraft });
    }

    /// <summary>What a summary is made from, by the codes of <see cref="ReportInputs"/>.</summary>
    internal async Task<(string Code, object? Value)[]> InputsAsync(FiscalYear year, SummaryScope scope, CancellationToken cancellationToken)
    {
        var (rows, computedAt, isDraft) = await RowsAsync(year, scope, cancellationToken);
        var (before, _, _) = await RowsBeforeAsync(year, scope, cancellationToken);
        var silent = await SilentAsync(year, scope, [.. rows.Select(row => row.AgencyCode)], cancellationToken);
        return [("results", (object[])[rows, computedAt]), ("state", isDraft), ("before", before.IsDefault ? null : before), ("registry", silent)];
    }

    /// <summary>The summary compared with the year before, and the time when its newest result was computed.</summary>
    public async Task<(Summary? Summary, DateTimeOffset ComputedAt)> SummaryAsync(
        FiscalYear year, SummaryScope scope, CancellationToken cancellationToken)
    {
        var (summary, computedAt, _) = await SummaryAndStateAsync(year, scope, cancellationToken);
        return (summary, computedAt);
    }

    private async Task<(Summary? Summary, DateTimeOffset ComputedAt, bool IsDraft)> SummaryAndStateAsync(
        FiscalYear year, SummaryScope scope, CancellationToken cancellationToken)
    {
        var (rows, computedAt, isDraft) = await RowsAsync(year, scope, cancellationToken);
        if (rows.IsEmpty)
        {
            return default;
        }

        var (before, _, _) = await RowsBeforeAsync(year, scope, cancellationToken);
        var earlier = before.IsDefaultOrEmpty
            ? null
            : new SummaryYear(frameworks.Current.Get(FiscalYear.FromBuddhistEra(year.BuddhistEra - 1)), before);
        return (Summary.Compute(new SummaryYear(frameworks.Current.Get(year), rows), earlier), computedAt, isDraft);
    }

    private async Task<(ImmutableArray<SummaryRow> Rows, DateTimeOffset ComputedAt, bool IsDraft)> RowsBeforeAsync(
        FiscalYear year, SummaryScope scope, CancellationToken cancellationToken)
    {
        var before = FiscalYear.FromBuddhistEra(year.BuddhistEra - 1);
        return frameworks.Current.TryGet(before.BuddhistEra, out _) ? await RowsAsync(before, scope, cancellationToken) : default;
    }

    // A summary is a draft as long as one of its results is.
    private async Task<(ImmutableArray<SummaryRow> Rows, DateTimeOffset ComputedAt, bool IsDraft)> RowsAsync(
        FiscalYear year, SummaryScope scope, CancellationToken cancellationToken)
    {
        var indicators = frameworks.Current.Get(year).Indicators.Select(indicator => indicator.Number).ToList();
        var rows = ImmutableArray.CreateBuilder<SummaryRow>();
        var (newest, isDraft) = (DateTimeOffset.MinValue, false);
        var codes = indicators.Select(number => ScoreKey.Indicator(number).Code);
        string[] columns = [.. ResultBrief.Columns, ResultRow.ComputedAtColumn, .. codes];
        await foreach (var entity in results.AllAsync(year, cancellationToken, columns))
        {
            var row = ResultBrief.Read(entity);
            if (scope.Holds(row.Province, row.Type))
            {
                rows.Add(RowOf(row, entity, indicators));
                var computedAt = entity.GetDateTimeOffset(ResultRow.ComputedAtColumn)!.Value;
                newest = computedAt > newest ? computedAt : newest;
                isDraft |= entity.GetString(ResultRow.StateColumn) != StoredResult.Published;
            }
        }

        return (rows.ToImmutable(), newest, isDraft);
    }

    // The registry also holds agencies that said that they do not take part.
    private async Task<ImmutableArray<SilentAgency>> SilentAsync(
        FiscalYear year, SummaryScope scope, HashSet<string> known, CancellationToken cancellationToken)
    {
        var silent = new List<Agency>();
        foreach (var agency in await agencies.AllAsync(year, cancellationToken))
        {
            if (agency.Registered != false && !known.Contains(agency.Code) && scope.Holds(agency.Province, agency.Type))
            {
                silent.Add(agency);
            }
        }

        return [.. silent.OrderBy(agency => agency.Title, StringComparer.Ordinal)
            .Select(agency => new SilentAgency(agency.Title, agency.Type, agency.Province))];
    }

    private static SummaryRow RowOf(ResultBrief row, TableEntity entity, List<int> indicators) => new(
        row.Agency,
        row.Name ?? row.Agency,
        row.Type,
        row.Province,
        row.Total,
        row.Rating,
        indicators
            .Select(number => (number, Score: ResultRow.Score(entity, ScoreKey.Indicator(number))))
            .Where(pair => pair.Score is not null)
            .ToImmutableSortedDictionary(pair => pair.number, pair => pair.Score!.Value),
        entity.GetString(TotalReason.Sentence))
    {
        Without = row.Without,
    };
}
