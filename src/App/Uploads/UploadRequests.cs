using Ita.Domain.Texts;
using Ita.Intake;

namespace Ita.App.Uploads;

/// <summary>Values that the query can state instead of the form.</summary>
/// <param name="Again">True when a file received before counts as received now.</param>
internal sealed record UploadQuery(string? Name = null, string? Reason = null, bool? Again = null);

/// <summary>A sent file, stored on disk until disposed, and its sender.</summary>
internal sealed record SentUpload(UploadBody Body, Sender Sender) : IAsyncDisposable
{
    public Stream Content => Body.Content;

    public ValueTask DisposeAsync() => Body.DisposeAsync();
}

/// <summary>The files of one form, in its order.</summary>
internal sealed record SentFiles(ImmutableArray<SentUpload> Files) : IAsyncDisposable
{
    /// <summary>True when nothing is to be stored.</summary>
    public bool IsDryRun => Files[0].Body.DryRun;

    public async ValueTask DisposeAsync()
    {
        foreach (var file in Files)
        {
            await file.DisposeAsync();
        }
    }
}

/// <summary>Reads the request that sends a file, for the API and the page.</summary>
internal sealed class UploadRequests(IntakeSettings settings)
{
    private const int LongestName = 255;
    private const int MostFiles = 20;
    private const string Nameless = "upload";

    /// <summary>The file and its sender; refused when the form, the size, the name or the reason is invalid.</summary>
    public async Task<Outcome<SentUpload>> ReadAsync(HttpContext context, UploadQuery query, CancellationToken cancellationToken)
    {
        var body = await UploadBody.ReadAsync(context.Request, settings.Limits.FileBytes, cancellationToken);
        var outcome = Check(context, body, query);
        if (outcome.IsRefused)
        {
            await (body?.DisposeAsync() ?? default);
        }

        return outcome;
    }

    /// <summary>All files of a form; refused, and none of them is sent, when one of them is invalid or there are too many.</summary>
    public async Task<Outcome<SentFiles>> ReadAllAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (await UploadBody.ReadAllAsync(context.Request, settings.Limits.FileBytes, cancellationToken) is not { } bodies)
        {
            return Refusal.Invalid("form-unreadable");
        }

        var checks = bodies.Select(body => Check(context, body, new())).ToList();
        var refusal = bodies.Count switch
        {
            0 => Refusal.Invalid("upload-empty"),
            > MostFiles => Refusal.Invalid("too-many-files", ("count", Number(bodies.Count)), ("limit", Number(MostFiles))),
            _ => checks.Select(one => one.Refusal).FirstOrDefault(one => one is not null),
        };
        if (refusal is null)
        {
            return new SentFiles([.. checks.Select(one => one.Value!)]);
        }

        foreach (var body in bodies)
        {
            await body.DisposeAsync();
        }

        return refusal;
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private Outcome<SentUpload> Check(HttpContext context, UploadBody? body, UploadQuery query)
    {
        var limit = settings.Limits.FileBytes;
        if (body?.Length > limit || (body is null && context.Request.ContentLength > limit))
        {
            return Refusal.TooLarge("upload-too-large", ("limit", Number(limit)));
        }

        if (body?.SeveralFiles is { } refusal)
        {
            return refusal;
        }

        if (body is null or { Length: 0, IsFile: false })
        {
            return Refusal.Invalid(body is null ? "form-unreadable" : "upload-empty");
        }

        if (!TryName(query.Name ?? body.FileName, out var name))
        {
            return Refusal.Invalid("name-invalid");
        }

        var reason = Reasons.Plain(query.Reason ?? body.Reason);
        if (Reasons.Check(reason) is { } unusable)
        {
            return unusable;
        }

        var holder = context.Holder();
        return new SentUpload(body, new(name, holder.Id, reason, holder.Agency, query.Again ?? body.Again));
    }

    // The name is used for display only; even so, names with path separators or control characters are refused.
    private static bool TryName(string? name, out string plain)
    {
        plain = string.IsNullOrWhiteSpace(name) ? Nameless : name.Trim();
        return plain.Length <= LongestName && TextFaults.FindRefused(plain, isMultiline: false) is null
            && plain.IndexOfAny(['/', '\\']) < 0 && plain is not ("." or "..");
    }
}
