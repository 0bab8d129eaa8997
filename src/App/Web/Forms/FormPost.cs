namespace Ita.App.Web.Forms;

/// <summary>The fields of an officer's form.</summary>
/// <param name="Tag">The <see cref="FormTag"/> of what the form has shown.</param>
internal sealed record FormPost(IFormCollection Form, string Tag)
{
    /// <summary>The largest form in bytes. A Thai letter takes nine of them, and a measure may have 32,000 letters.</summary>
    private const int Limit = 1024 * 1024;

    /// <summary>The refusal of a form whose content another request changed meanwhile.</summary>
    public static Refusal Raced { get; } = Refusal.Conflict("form-changed");

    /// <summary>Stores what a form states and redirects; shows the form again when it cannot be stored.</summary>
    /// <param name="read">The value of the form, or why it is refused.</param>
    /// <param name="store">Stores the value; returns why it was not stored, null when it was. Its second argument is the posted tag.</param>
    /// <param name="showAgain">The page with the posted fields and what is wrong with them.</param>
    /// <param name="address">The page to redirect to.</param>
    public static async Task<IResult> SaveAsync<T>(
        HttpContext context,
        Func<IFormCollection, Outcome<T>> read,
        Func<T, string, Task<Refusal?>> store,
        Func<FormPost, Refusal, Task<IResult>> showAgain,
        string address)
        where T : class
    {
        var posted = await ReadAsync(context.Request, context.RequestAborted);
        if (posted.IsRefused)
        {
            return posted.Refusal.ToResult();
        }

        var value = read(posted.Value.Form);
        if (value.IsRefused)
        {
            return await showAgain(posted.Value, value.Refusal);
        }

        return await store(value.Value, posted.Value.Tag) is { } refusal
            ? await showAgain(posted.Value, refusal)
            : PageAnswer.SeeOther(context, address);
    }

    /// <summary>The fields of a form. Refused when the body is no form or is too large.</summary>
    public static async Task<Outcome<FormCollection>> ReadFormAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType)
        {
            return Refusal.Invalid("form-unreadable");
        }

        if (await BodyBytes.ReadAsync(request.Body, Limit, cancellationToken) is not { } bytes)
        {
            return Refusal.TooLarge("body-too-large", ("limit", FormattableString.Invariant($"{Limit}")));
        }

        request.Body = new MemoryStream(bytes);
        try
        {
            return (FormCollection)await request.ReadFormAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            return Refusal.Invalid("form-unreadable");
        }
    }

    // Refused also when the form does not say what it has shown.
    private static async Task<Outcome<FormPost>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var form = await ReadFormAsync(request, cancellationToken);
        return form.IsRefused ? form.Refusal
            : form.Value[FormTag.Field].ToString() is { Length: > 0 } tag ? new FormPost(form.Value, tag)
            : Refusal.Invalid("form-unreadable");
    }
}
