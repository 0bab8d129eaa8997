using Ita.Reports.Invitations;
using Ita.Reports.Rendering;
using Ita.Reports.Word;
using Microsoft.AspNetCore.Mvc;

namespace Ita.App.Invitations;

/// <summary>GET surveys/{year}/{agency}/{iit or eit}/poster?size=&amp;format=, GET and POST …/letter?format=: posters, and the letter to the staff,
/// which has the code when it is posted.</summary>
internal static class InvitationsApi
{
    private const string CodeField = "code";

    public static void MapInvitations(this IEndpointRouteBuilder api)
    {
        var form = api.MapGroup("/surveys/{year:int}/{agency}/{instrument}");
        form.MapGet("/poster", GetPosterAsync).Needs(Right.OwnAgency).AnswersWithFile();
        form.MapGet("/letter", GetLetterAsync).Needs(Right.OwnAgency).AnswersWithFile();
        form.MapPost("/letter", PostLetterAsync).Needs(Right.OwnAgency).TakesBody().AnswersWithFile();
    }

    private static RouteHandlerBuilder AnswersWithFile(this RouteHandlerBuilder endpoint) => endpoint
        .SucceedsWithFile(InvitationAnswer.Html, InvitationAnswer.Pdf, WordFile.ContentType).Refuses(StatusCodes.Status409Conflict);

    private static async Task<IResult> GetPosterAsync([AsParameters] InvitationCall call, string? size) => SizeOf(size) is { } paper
        ? await call.AnswerAsync(await call.Drafts.PosterAsync(call.Form, paper, call.CancellationToken), $"poster-{paper}")
        : Refusal.Invalid("size-unknown").ToResult();

    private static Task<IResult> GetLetterAsync([AsParameters] InvitationCall call) => LetterAsync(call, code: null);

    private static async Task<IResult> PostLetterAsync([AsParameters] InvitationCall call, HttpContext context)
    {
        var fields = await PostedFields.ReadAsync(context.Request, call.CancellationToken);
        return fields.IsRefused ? fields.Refusal.ToResult() : await LetterAsync(call, fields.Value.Take(CodeField) ?? "");
    }

    private static async Task<IResult> LetterAsync(InvitationCall call, string? code) =>
        await call.AnswerAsync(await call.Drafts.LetterAsync(call.Form, code, call.CancellationToken), "letter");

    private static PosterSize? SizeOf(string? size) => size switch
    {
        null or "a4" => PosterSize.A4,
        "a5" => PosterSize.A5,
        _ => null,
    };
}

/// <summary>A request for a poster or letter.</summary>
/// <param name="Format">pdf, docx or html; null for pdf.</param>
internal sealed record InvitationCall(
    int Year,
    string Agency,
    string Instrument,
    [FromQuery(Name = "format")] string? Format,
    InvitationDrafts Drafts,
    InvitationAnswer Answer,
    CancellationToken CancellationToken)
{
    public (int Year, string Agency, string Path) Form => (Year, Agency, Instrument);

    public Task<IResult> AnswerAsync(Outcome<RenderedReport> drafted, string name) => Answer.AnswerAsync(
        drafted, Format, FormattableString.Invariant($"{Year}-{Agency}-{Instrument}-{name}"), CancellationToken);
}
