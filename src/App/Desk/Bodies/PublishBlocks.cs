using Ita.App.Surveys;
using Ita.Domain.Texts;

namespace Ita.App.Desk.Bodies;

/// <summary>Finds the drafts that cannot be published because their survey still accepts sheets or their appeals are open.</summary>
public sealed class PublishBlocks(SurveyTable surveys, IOpenAppeals appeals, TimeProvider clock)
{
    /// <summary>The reasons in Thai, by agency. Agencies whose drafts can be published are left out.</summary>
    public async Task<ImmutableDictionary<string, string>> FindAsync(
        FiscalYear year, IReadOnlyCollection<string> agencies, CancellationToken cancellationToken)
    {
        var found = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (agencies.Count == 0)
        {
            return found.ToImmutable();
        }

        var (wanted, today) = (agencies.ToHashSet(StringComparer.Ordinal), ThaiClock.Today(clock));

        // A survey whose closing is completed blocks nothing.
        await foreach (var survey in surveys.UnsettledAsync(year, cancellationToken))
        {
            if (wanted.Contains(survey.Agency) && survey.State.Publish(today).Problem is { } problem)
            {
                found[survey.Agency] = problem.Text.Th;
            }
        }

        foreach (var (agency, problem) in await appeals.FindBlocksAsync(year, agencies, cancellationToken))
        {
            found.TryAdd(agency, problem.Text.Th);
        }

        return found.ToImmutable();
    }
}
