using Microsoft.AspNetCore.Mvc;

namespace Ita.App.Access;

/// <param name="Holder">The holder of the current key; null when there is no key.</param>
/// <param name="Wrong">Why the key was not accepted, in Thai.</param>
public sealed record KeyView(KeyHolder? Holder, string Back, string? Wrong = null);

/// <summary>GET and POST key, POST key/forget: a key for the officers' pages.</summary>
internal static class KeyPages
{
    public static void MapKeyPage(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/key", async (HttpContext context, Callers callers) =>
            await PageAnswer.RenderAsync<KeyPage>(new KeyView(await HolderAsync(context, callers), PageRoutes.Root))).Needs(Right.Anyone);
        pages.MapPost("/key", UseAsync).Needs(Right.Anyone).DisableAntiforgery();
        pages.MapPost("/key/forget", (HttpContext context, KeyCookie cookie) =>
        {
            cookie.Forget(context.Response);
            return PageAnswer.SeeOther(context, PageRoutes.Root);
        }).Needs(Right.Anyone).DisableAntiforgery();
    }

    private static async Task<IResult> UseAsync(
        HttpContext context, [FromForm] string? key, [FromForm] string? back, Callers callers, KeyCookie cookie)
    {
        var address = IsOurs(back) ? back! : PageRoutes.Root;
        KeyCookie.Use(context.Request, (key ?? "").Trim());
        var holder = await callers.FindHolderAsync(context);
        if (holder.IsRefused)
        {
            holder.Refusal.ToResult().SetHeaders(context.Response);
            return await PageAnswer.RenderAsync<KeyPage>(
                new KeyView(null, address, Wrong(holder.Refusal)), ProblemResult.StatusFor(holder.Refusal.Kind));
        }

        cookie.Keep(context.Response, key!.Trim());
        return PageAnswer.SeeOther(context, address);
    }

    private static string Wrong(Refusal refusal) =>
        refusal.Code is "key-unknown" or "key-required" ? "ไม่รู้จักกุญแจนี้ โปรดตรวจสอบแล้วลองอีกครั้ง" : refusal.Text.Th;

    private static async Task<KeyHolder?> HolderAsync(HttpContext context, Callers callers) =>
        Callers.Sent(context.Request) is null ? null : (await callers.FindHolderAsync(context)).Value;

    // Redirects only to addresses of these pages.
    private static bool IsOurs(string? back) => back is not null
        && (back == PageRoutes.Root || back.StartsWith(PageRoutes.Root + "/", StringComparison.Ordinal)
            || back.StartsWith(PageRoutes.Root + "?", StringComparison.Ordinal))
        && !back.Any(char.IsControl) && !back.Contains('\\', StringComparison.Ordinal);
}
