using Ita.Domain.Improvement;
using Ita.Domain.Texts;
using Ita.Intake.Pictures;
using Microsoft.AspNetCore.Http.Features;

namespace Ita.App.Measures;

/// <summary>Reads and adds the picture that a request sends, for the API and the page.</summary>
public sealed class PictureUploads(PictureReading reading, PictureChanges changes)
{
    /// <summary>The longest caption, in UTF-16 units.</summary>
    public const int LongestCaption = 200;

    /// <summary>The field of the caption in a form.</summary>
    public const string CaptionField = "caption";

    private const int MostBytes = PictureReader.MostBytes;

    /// <param name="caption">Null for the field <c>caption</c> of the form, if the request is one.</param>
    public async Task<Outcome<EvidencePicture>> AddAsync(
        FiscalYear analysed, string agency, string id, string? caption, HttpRequest request, CancellationToken cancellationToken)
    {
        await using var body = await UploadBody.ReadAsync(request, MostBytes, cancellationToken);
        if (body is null)
        {
            return request.ContentLength > MostBytes ? TooLarge() : Refusal.Invalid("form-unreadable");
        }

        var written = caption ?? CaptionOf(request);
        if (Check(body, written) is { } refusal)
        {
            return refusal;
        }

        var (picture, fault) = await reading.ReadAsync(await body.BytesAsync(cancellationToken), cancellationToken);
        return picture is null
            ? PictureRefusals.Describe(fault!.Value)
            : await changes.AddAsync(analysed, agency, id, picture, ThaiSpelling.Repair(written?.Trim() ?? ""), cancellationToken);
    }

    /// <summary>The caption in a form that was read; null when the request is none, or one that cannot be read.</summary>
    public static string? CaptionOf(HttpRequest request) =>
        request.HttpContext.Features.Get<IFormFeature>()?.Form is { } form ? form[CaptionField].ToString() : null;

    private static Refusal TooLarge() => PictureRefusals.TooLarge(MostBytes);

    private static Refusal? Check(UploadBody body, string? caption) => body.SeveralFiles ?? body switch
    {
        { Length: 0 } => Refusal.Invalid("upload-empty"),
        { Length: > MostBytes } => TooLarge(),
        _ when caption?.Trim().Length > LongestCaption || TextFaults.FindRefused(caption, isMultiline: false) is not null
            || UnreadableText.Find(ThaiSpelling.Repair(caption ?? "")) != TextFault.None =>
            Refusal.Invalid("caption-invalid", ("limit", LongestCaption.ToString(CultureInfo.InvariantCulture))),
        _ => null,
    };
}
