using System.Net;
using System.Text.RegularExpressions;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.Pages;

/// <summary>The operator's page of keys.</summary>
[Collection(AppTests.Name)]
public sealed partial class KeyListPageTests(RunningApp running) : IDisposable
{
    private readonly PageClient pages = new(running.App.Host.Address);

    public void Dispose() => pages.Dispose();

    [Fact]
    public async Task A_new_key_is_shown_once_works_and_is_listed_without_its_secret()
    {
        var (id, made) = await MakeAsync(("scope", "assessor"), ("note", "เขตตรวจ 1 <b>"), ("expiresOn", "2199-01-31"));

        Assert.Equal(HttpStatusCode.Created, made.Status);
        Assert.Equal("no-store", made.CacheControl);
        var key = Key().Match(made.Text).Value;
        Assert.StartsWith($"ita-{id}-", key, StringComparison.Ordinal);
        using var caller = new Caller(running.App.Host.Address, key);
        using var works = await caller.GetAsync("runs");
        Assert.Equal(HttpStatusCode.OK, works.StatusCode);
        var list = (await pages.GetAsync("/keys")).Text;
        Assert.Contains("เขตตรวจ 1 <b>", list, StringComparison.Ordinal);
        Assert.Contains("31\u00a0มกราคม 2742", list, StringComparison.Ordinal);
        Assert.DoesNotContain(key, list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sending_the_form_again_makes_no_second_key_and_shows_the_first_no_more()
    {
        var (id, made) = await MakeAsync(("scope", "assessor"));
        var before = (await running.Api.JsonAsync("keys")).GetArrayLength();

        var again = await pages.PostAsync("/keys", ("id", id), ("scope", "assessor"), ("note", "พิมพ์ไว้"));

        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.DoesNotContain(Key().Match(made.Text).Value, again.Text, StringComparison.Ordinal);
        Assert.Contains("แสดงได้เพียงครั้งเดียว", again.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"พิมพ์ไว้\"", again.Text, StringComparison.Ordinal);
        Assert.Equal(before, (await running.Api.JsonAsync("keys")).GetArrayLength());
    }

    [Theory]
    [InlineData("agency", "", "", "", "agency")]
    [InlineData("assessor", "06150502", "", "", "agency")]
    [InlineData("agency", "ก/ข", "", "", "agency")]
    [InlineData("operator", "", "", "2001-01-01", "expiresOn")]
    [InlineData("operator", "", "", "2570-01-01", "expiresOn")]
    [InlineData("operator", "", "", "31/1/2030", "expiresOn")]
    [InlineData("operator", "", "x\u0001", "", "note")]
    [InlineData("nobody", "", "", "", "scope")]
    public async Task A_form_that_the_API_would_refuse_is_shown_again_as_it_was_typed(
        string scope, string agency, string note, string expires, string field)
    {
        var before = (await running.Api.JsonAsync("keys")).GetArrayLength();

        var (_, refused) = await MakeAsync(("scope", scope), ("agency", agency), ("note", note), ("expiresOn", expires));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("role=\"alert\"", refused.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"#{field}\"", refused.Text, StringComparison.Ordinal);
        Assert.Contains($"id=\"{field}-why\"", refused.Text, StringComparison.Ordinal);
        Assert.All(new[] { agency, expires }.Where(text => text.Length > 0), text =>
            Assert.Contains($"value=\"{text}\"", refused.Text, StringComparison.Ordinal));
        Assert.Equal(before, (await running.Api.JsonAsync("keys")).GetArrayLength());
    }

    [Theory]
    [InlineData(100, HttpStatusCode.Created)]
    [InlineData(101, HttpStatusCode.BadRequest)]
    public async Task A_note_has_the_limit_of_the_API(int length, HttpStatusCode expected)
    {
        var (_, answer) = await MakeAsync(("scope", "assessor"), ("note", new string('ก', length)));

        Assert.Equal(expected, answer.Status);
    }

    [Fact]
    public async Task A_revoked_key_stops_working_and_says_why_in_the_audit_log()
    {
        var (id, made) = await MakeAsync(("scope", "assessor"));

        var revoked = await pages.PostAsync($"/keys/{id}/revoke", ("reason", "ย้ายหน้าที่"));

        Assert.Equal((HttpStatusCode.SeeOther, "/api/app/keys?done=revoked"), (revoked.Status, revoked.Location));
        Assert.Contains("เพิกถอนกุญแจแล้ว", (await pages.GetAsync("/keys?done=revoked")).Text, StringComparison.Ordinal);
        using var caller = new Caller(running.App.Host.Address, Key().Match(made.Text).Value);
        using var refused = await caller.GetAsync("runs");
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        var log = (await pages.GetAsync("/audit?action=key-revoked")).Text;
        Assert.Contains($"<td data-label=\"เรื่อง\">{id}</td><td data-label=\"เหตุผล\">ย้ายหน้าที่</td>", log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(500, HttpStatusCode.SeeOther)]
    [InlineData(501, HttpStatusCode.BadRequest)]
    public async Task A_reason_that_is_too_long_is_shown_again_and_revokes_nothing(int length, HttpStatusCode expected)
    {
        var (id, _) = await MakeAsync(("scope", "assessor"));
        var reason = new string('ข', length);

        var answer = await pages.PostAsync($"/keys/{id}/revoke", ("reason", reason));

        Assert.Equal(expected, answer.Status);
        Assert.Equal(expected == HttpStatusCode.BadRequest, answer.Text.Contains($"value=\"{reason}\"", StringComparison.Ordinal));
        Assert.Equal(expected == HttpStatusCode.BadRequest, answer.Text.Contains($"href=\"#reason-{id}\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_key_cannot_be_revoked() =>
        Assert.Equal(HttpStatusCode.NotFound, (await pages.PostAsync("/keys/0000000000000000/revoke", ("reason", "x"))).Status);

    // The form as it is shown, with some fields filled in.
    private async Task<(string Id, PageReply Answer)> MakeAsync(params (string Name, string Value)[] fields)
    {
        var id = FormId().Match((await pages.GetAsync("/keys")).Text).Groups[1].Value;
        return (id, await pages.PostAsync("/keys", [("id", id), .. fields]));
    }

    [GeneratedRegex("ita-[0-9a-f]{16}-[A-Za-z0-9_-]{43}")]
    private static partial Regex Key();

    [GeneratedRegex("name=\"id\" value=\"([0-9a-f]{16})\"")]
    private static partial Regex FormId();
}
