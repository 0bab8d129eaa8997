using Ita.Reports.Invitations;
using Ita.Reports.Word;

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

    private static async Task<IResult> GetPosterAsync(
        int year,
        string agency,
        string instrument,
        string? size,
        string? format,
        InvitationDrafts drafts,
        InvitationAnswer answer,
        CancellationToken cancellationToken) => SizeOf(size) is { } paper
        ? await answer.AnswerAsync(
            await drafts.PosterAsync((year, agency, instrument), paper, cancellationToken),
            format, $"{year}-{agency}-{instrument}-poster-{paper}", cancellationToken)
        : Refusal.Invalid("size-unknown").ToResult();

    private static async Task<IResult> GetLetterAsync(
        int year,
        string agency,
        string instrument,
        string? format,
        InvitationDrafts drafts,
        InvitationAnswer answer,
        CancellationToken cancellationToken) => await answer.AnswerAsync(
            await drafts.LetterAsync((year, agency, instrument), null, cancellationToken),
            format, NameOf(year, agency, instrument), cancellationToken);

    private static async Task<IResult> PostLetterAsync(
        HttpContext context,
        int year,
        string agency,
        string instrument,
        string? format,
        InvitationDrafts drafts,
        InvitationAnswer answer,
        CancellationToken cancellationToken)
    {
        var fields = await PostedFields.ReadAsync(context.Request, cancellationToken);
        return fields.IsRefused
            ? fields.Refusal.ToResult()
            : await answer.AnswerAsync(
                await drafts.LetterAsync((year, agency, instrument), fields.Value.Take(CodeField) ?? "", cancellationToken),
                format, NameOf(year, agency, instrument), cancellationToken);
    }

    private static string NameOf(int year, string agency, string instrument) => $"{year}-{agency}-{instrument}-letter";

    private static PosterSize? SizeOf(string? size) => size switch
    {
        null or "a4" => PosterSize.A4,
        "a5" => PosterSize.A5,
        _ => null,
    };
}
