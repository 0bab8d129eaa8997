using Ita.App.Surveys;
using Ita.Domain.Texts;

namespace Ita.App.Desk.Bodies;

/// <summary>Finds the drafts that cannot be published, before anyone tries to: their survey still takes sheets.</summary>
public sealed class PublishBlocks(SurveyTable surveys, TimeProvider clock)
{
    // More agencies than this are read with all surveys of the year, page by page.
    private const int MostOneByOne = 60;

    private const int PageSize = 1_000;

    /// <summary>Why each cannot be published, in Thai, by agency; those that can be are left out.</summary>
    public async Task<ImmutableDictionary<string, string>> FindAsync(
        FiscalYear year, IReadOnlyCollection<string> agencies, CancellationToken cancellationToken)
    {
        var wanted = agencies.ToHashSet(StringComparer.Ordinal);
        var found = wanted.Count > MostOneByOne
            ? await AllAsync(year, cancellationToken)
            : (await Task.WhenAll(wanted.Select(agency => surveys.FindAsync(year, agency, cancellationToken)))).OfType<SurveyRecord>();
        var today = ThaiClock.Today(clock);
        return (from survey in found
                where wanted.Contains(survey.Agency)
                let problem = survey.State.Publish(today).Problem
                where problem is not null
                select (survey.Agency, Why: problem.Text.Th)).ToImmutableDictionary(one => one.Agency, one => one.Why, StringComparer.Ordinal);
    }

    private async Task<IEnumerable<SurveyRecord>> AllAsync(FiscalYear year, CancellationToken cancellationToken)
    {
        List<SurveyRecord> all = [];
        string? next = null;
        do
        {
            (var page, next) = await surveys.PageAsync(year, PageSize, next, cancellationToken);
            all.AddRange(page);
        }
        while (next is not null);
        return all;
    }
}
