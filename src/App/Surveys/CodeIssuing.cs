namespace Ita.App.Surveys;

/// <summary>Creates the code that an agency gives to its staff. The previous code is no longer valid.</summary>
public sealed class CodeIssuing(SurveyRegistry registry, SurveyTable surveys, SecretTable secrets, AuditTable audit, TimeProvider clock)
{
    /// <param name="by">The id of the caller's key.</param>
    /// <returns>The code. Only a keyed hash of it is stored.</returns>
    public async Task<Outcome<string>> IssueAsync(FiscalYear year, string agency, string by, CancellationToken cancellationToken)
    {
        if (await registry.FindRecordAsync(year, agency, cancellationToken) is not { } survey
            || await secrets.FindAsync(year, agency, cancellationToken) is not { } keys)
        {
            return Refusal.NotFound();
        }

        if (survey.State.PhaseOn(ThaiClock.Today(clock)) is Domain.Responses.SurveyPhase.Closed or Domain.Responses.SurveyPhase.Published)
        {
            return Refusal.Conflict(survey.State.RefusalOn(ThaiClock.Today(clock))!);
        }

        var code = AccessCode.New();
        await audit.AppendAsync(by, "survey-code-made", $"{year}/{agency}", null, cancellationToken);
        return await surveys.WriteAsync(survey with { CodeHash = AccessCode.Hash(keys, code) }, cancellationToken) is null ? Refusal.Raced : code;
    }
}
