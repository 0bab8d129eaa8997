using Ita.App.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Ita.App.Access.Pages;

/// <summary>GET keys?page=&amp;done=, POST keys, which answers with the new key, and POST keys/{id}/revoke.</summary>
internal static class KeyListPages
{
    public const string Address = $"{PageRoutes.Root}/keys";

    private const string RevokedNow = "revoked";
    private const string AgencyField = "agency";

    // The API names members; a form has labels.
    private static readonly Dictionary<string, string> FieldTexts = new(StringComparer.Ordinal)
    {
        ["member-missing"] = "โปรดเลือกสิทธิ์ของกุญแจ",
        ["key-agency"] = "รหัสหน่วยงานนี้ใช้ไม่ได้ โปรดตรวจสอบ",
        ["key-expires-past"] = "วันสุดท้ายที่ใช้ได้ผ่านไปแล้ว โปรดระบุวันนี้หรือวันหลังจากนี้",
        ["day-form"] = "โปรดระบุวันสุดท้ายที่ใช้ได้เป็น ปี ค.ศ.-เดือน-วัน เช่น 2027-09-30",
    };

    public static void MapKeyListPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/keys", ShowAsync).Needs(Right.Operator);
        pages.MapPost("/keys", MakeAsync).Needs(Right.Operator).DisableAntiforgery();
        pages.MapPost("/keys/{id}/revoke", RevokeAsync).Needs(Right.Operator).DisableAntiforgery();
    }

    private static async Task<IResult> ShowAsync(int? page, string? done, KeyTable keys, TimeProvider clock, CancellationToken cancellationToken)
    {
        var view = await ViewAsync(keys, clock, cancellationToken);
        return await PageAnswer.RenderAsync<KeyListPage>(
            view with { Keys = view.Keys with { Asked = page ?? 1 }, Done = done == RevokedNow ? "เพิกถอนกุญแจแล้ว" : null });
    }

    // Answers with the key itself and does not redirect, because the key is stored nowhere. It is not shown again: the form's id is used up.
    private static async Task<IResult> MakeAsync(
        HttpContext context,
        [FromForm] string? id,
        [FromForm] string? scope,
        [FromForm] string? agency,
        [FromForm] string? note,
        [FromForm] string? expiresOn,
        KeyTable keys,
        KeyIssuing issuing,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var wanted = WantedKey.Read(scope, agency, note, expiresOn, ThaiClock.Today(clock));
        var issued = wanted.IsRefused
            ? wanted.Refusal
            : await issuing.IssueAsync(
                KeyText.New(KeyText.IsId(id) ? id! : KeyText.NewId()), wanted.Value, context.Holder().Id, cancellationToken);
        if (issued.IsRefused)
        {
            var view = await ViewAsync(keys, clock, cancellationToken);
            return await PageAnswer.RenderAsync<KeyListPage>(
                view with { Form = new(KeyText.NewId(), scope, agency, note, expiresOn), Faults = FaultsOf(issued.Refusal) },
                ProblemResult.StatusFor(issued.Refusal.Kind));
        }

        return await PageAnswer.RenderAsync<MadeKeyPage>(
            new MadeKeyView(issued.Value.Record, issued.Value.Key.Full), StatusCodes.Status201Created);
    }

    private static async Task<IResult> RevokeAsync(
        HttpContext context,
        string id,
        [FromForm] string? reason,
        KeyTable keys,
        KeyIssuing issuing,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var refusal = await issuing.RevokeAsync(id, Reasons.Plain(reason), context.Holder().Id, cancellationToken);
        if (refusal is null)
        {
            return PageAnswer.SeeOther(context, $"{Address}?done={RevokedNow}");
        }

        if (refusal.Kind == RefusalKind.NotFound)
        {
            return refusal.ToResult();
        }

        var view = await ViewAsync(keys, clock, cancellationToken);
        var at = view.Keys.All.Select(key => key.Id).ToList().IndexOf(id);
        return await PageAnswer.RenderAsync<KeyListPage>(
            view with
            {
                Keys = view.Keys with { Asked = (at / Paging.OnPage) + 1 },
                Revoked = new(id, reason),
                Faults = [.. FieldFaults.Of(refusal).Select(fault => fault with { Field = $"reason-{id}" })],
            },
            ProblemResult.StatusFor(refusal.Kind));
    }

    private static async Task<KeyListView> ViewAsync(KeyTable keys, TimeProvider clock, CancellationToken cancellationToken)
    {
        var today = ThaiClock.Today(clock);
        var all = (await keys.ListAsync(cancellationToken))
            .OrderBy(key => key.RevokedAt is not null || key.ExpiresOn < today)
            .ThenByDescending(key => key.CreatedAt)
            .ThenBy(key => key.Id, StringComparer.Ordinal);
        return new(new([.. all], 1), today, new(KeyText.NewId()), []);
    }

    private static ImmutableArray<FieldFault> FaultsOf(Refusal refusal) => refusal switch
    {
        { Kind: RefusalKind.Conflict } => FieldFaults.Of(refusal),
        { Faults.IsEmpty: true } => [new(AgencyField, "กุญแจของหน่วยงานต้องมีรหัสหน่วยงาน กุญแจอื่นต้องเว้นว่าง")],
        _ => FieldFaults.Of(refusal, FieldTexts),
    };
}
