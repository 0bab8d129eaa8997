using Ita.App.Emblems;
using Ita.App.Settings;
using Ita.App.Surveys;
using Ita.Reports.Invitations;
using Ita.Reports.Memos;
using Ita.Reports.Rendering;
using Ita.Reports.Text;

namespace Ita.App.Invitations;

/// <summary>Makes the posters and letters that invite people to a survey. They are made when they are asked for and are not stored.</summary>
internal sealed class InvitationDrafts(
    SurveyRegistry registry, SecretTable secrets, SettingsTable settings, EmblemBlobs emblems, PublicAddress address, TimeProvider clock,
    KnownFrameworks frameworks)
{
    /// <summary>The short address of a form, which leads to its page.</summary>
    public static string PathOf(int year, string agency, string path) =>
        FormattableString.Invariant($"/s/{year}/{Uri.EscapeDataString(agency)}/{path.ToLowerInvariant()}");

    /// <summary>A poster of a form.</summary>
    public async Task<Outcome<RenderedReport>> PosterAsync(
        (int Year, string Agency, string Path) form, PosterSize size, CancellationToken cancellationToken)
    {
        var found = await FindAsync(form, cancellationToken);
        return found.IsRefused ? found.Refusal : await Report.RenderAsync(
            new PosterModel(found.Value.Invitation, size, Today)
            {
                Emblem = await emblems.FindShownAsync(found.Value.Survey.Record.Year, form.Agency, cancellationToken),
            },
            new ReportOptions());
    }

    /// <summary>The letter to the staff.</summary>
    /// <param name="code">The code to print; null for a box to write it in. It is checked, because only its hash is stored.</param>
    public async Task<Outcome<RenderedReport>> LetterAsync(
        (int Year, string Agency, string Path) form, string? code, CancellationToken cancellationToken)
    {
        var found = await FindAsync(form, cancellationToken);
        if (found.IsRefused)
        {
            return found.Refusal;
        }

        var (invitation, survey) = (found.Value.Invitation, found.Value.Survey);
        if (!invitation.IsForStaff)
        {
            return Refusal.NotFound();
        }

        if (code is not null && !await IsRightAsync(survey.Record, code, cancellationToken))
        {
            return Refusal.Forbidden("code-wrong");
        }

        var set = await settings.FindAsync(survey.Record.Year, survey.Agency.Code, cancellationToken);
        var model = new StaffLetterModel(invitation, code is null ? null : AccessCode.Format(code), LetterHead.Blank.ForMemo(set), Today)
        {
            Emblem = await emblems.FindShownAsync(survey.Record.Year, survey.Agency.Code, cancellationToken),
        };
        return await Report.RenderAsync(model, new ReportOptions());
    }

    // The same bytes on the same day.
    private DateTimeOffset Today => new(ThaiClock.Today(clock), TimeOnly.MinValue, ThaiClock.Offset);

    private async Task<Outcome<Found>> FindAsync((int Year, string Agency, string Path) form, CancellationToken cancellationToken)
    {
        if (SurveyForms.Find(frameworks.Current, form.Year, form.Path, null) is not { } questions
            || await registry.FindAsync(questions.Framework.Year, form.Agency, cancellationToken) is not { } survey)
        {
            return Refusal.NotFound();
        }

        if (survey.Phase is SurveyPhase.Closed or SurveyPhase.Published)
        {
            return Refusal.Conflict(survey.Record.State.RefusalOn(survey.Today)!);
        }

        if (!address.IsSet)
        {
            return Refusal.Conflict("invitation-no-address");
        }

        var at = new Uri($"{address.Url.AbsoluteUri.TrimEnd('/')}{PathOf(form.Year, survey.Agency.Code, form.Path)}");
        var period = survey.Record.State.Period;
        var isForStaff = SurveyForms.AccessTo(questions) == SheetAccess.Code;
        return new Found(survey, new(survey.Agency, questions, isForStaff, at, period.Opens, period.Closes));
    }

    private async Task<bool> IsRightAsync(SurveyRecord survey, string code, CancellationToken cancellationToken) =>
        await secrets.FindAsync(survey.Year, survey.Agency, cancellationToken) is { } keys
            && AccessCode.Read(code) is not null
            && SecretHash.AreSame(survey.CodeHash, AccessCode.Hash(keys, code));

    private sealed record Found(AgencySurvey Survey, Invitation Invitation);
}
