using Ita.App.Access;
using Ita.App.Time;
using Ita.App.Web;
using Ita.Domain;

namespace Ita.App.Surveys;

/// <summary>Makes the code an agency gives to its staff. The one before it is worth nothing from then on.</summary>
public sealed class CodeIssuing(SurveyRegistry registry, SurveyTable surveys, SecretTable secrets, AuditTable audit, TimeProvider clock)
{
    /// <param name="by">Whose key asks for it.</param>
    /// <returns>The code, told this once; only a keyed hash of it is kept.</returns>
    public async Task<(string? Code, Refusal? Refusal)> IssueAsync(FiscalYear year, string agency, string by, CancellationToken stop)
    {
        if (await registry.RecordAsync(year, agency, stop) is not { } survey || await secrets.FindAsync(year, agency, stop) is not { } keys)
        {
            return (null, Refusal.Of(StatusCodes.Status404NotFound, "not-found"));
        }

        if (survey.State.PhaseOn(ThaiClock.Today(clock)) is Domain.Responses.SurveyPhase.Closed or Domain.Responses.SurveyPhase.Published)
        {
            return (null, Refusal.Conflict(survey.State.RefusalOn(ThaiClock.Today(clock))!));
        }

        var code = AccessCode.New();
        await audit.AppendAsync(by, "survey-code-made", $"{year}/{agency}", null, stop);
        return await surveys.WriteAsync(survey with { CodeHash = AccessCode.Hash(keys, code) }, stop) is null ? (null, Refusal.Raced) : (code, null);
    }
}
