using Ita.Reports.Printing;
using Ita.Reports.Rendering;
using Ita.Reports.Word;

namespace Ita.App.Invitations;

/// <summary>Answers with an invitation in the format that was asked for: pdf, docx or html.</summary>
internal sealed class InvitationAnswer(IPdfPrinter printer)
{
    public const string Html = "text/html";
    public const string Pdf = "application/pdf";

    /// <param name="format">PDF when it is null.</param>
    /// <param name="name">The name of the file, without its extension.</param>
    public async Task<IResult> AnswerAsync(Outcome<RenderedReport> drafted, string? format, string name, CancellationToken cancellationToken)
    {
        if (drafted.IsRefused)
        {
            return drafted.Refusal.ToResult();
        }

        var draft = drafted.Value;
        return format switch
        {
            "html" => TypedResults.Content(draft.Html, $"{Html}; charset=utf-8"),
            "docx" => TypedResults.File(WordFile.Create(draft), WordFile.ContentType, $"{name}.docx"),
            "pdf" or null => new InlineFile(
                await printer.PrintAsync(draft.Html, new PdfOptions(draft.ComputedAt), cancellationToken), Pdf, $"{name}.pdf"),
            _ => Refusal.Invalid("format-unknown").ToResult(),
        };
    }
}
