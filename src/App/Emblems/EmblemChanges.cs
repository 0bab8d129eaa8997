using Ita.App.Measures;
using Ita.Intake.Pictures;

namespace Ita.App.Emblems;

/// <summary>Reads and stores the emblem that a request sends, for the API and the page.</summary>
public sealed class EmblemChanges(PictureReading reading, EmblemBlobs emblems)
{
    /// <summary>The stored picture; refused when the request has no picture that can be an emblem.</summary>
    /// <param name="owner">Null for the operator.</param>
    public async Task<Outcome<Picture>> KeepAsync(
        (FiscalYear Year, string Agency)? owner, HttpRequest request, CancellationToken cancellationToken)
    {
        await using var body = await UploadBody.ReadAsync(request, EmblemReader.MostBytes, cancellationToken);
        if (body is null)
        {
            return request.ContentLength > EmblemReader.MostBytes
                ? PictureRefusals.TooLarge(EmblemReader.MostBytes)
                : Refusal.Invalid("form-unreadable");
        }

        if (Check(body) is { } refusal)
        {
            return refusal;
        }

        var (picture, fault) = await reading.ReadEmblemAsync(await body.BytesAsync(cancellationToken), cancellationToken);
        if (picture is null)
        {
            return Describe(fault!.Value);
        }

        await emblems.WriteAsync(owner, picture, cancellationToken);
        return picture;
    }

    private static Refusal? Check(UploadBody body) => body.SeveralFiles ?? body switch
    {
        { Length: 0 } => Refusal.Invalid("upload-empty"),
        { Length: > EmblemReader.MostBytes } => PictureRefusals.TooLarge(EmblemReader.MostBytes),
        _ => null,
    };

    private static Refusal Describe(PictureFault fault) => fault == PictureFault.UnknownFormat
        ? Refusal.Create(RefusalKind.UnsupportedFormat, "emblem-unknown")
        : PictureRefusals.Describe(fault);
}
