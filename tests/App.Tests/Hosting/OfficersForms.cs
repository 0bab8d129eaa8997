using System.Net;
using System.Text.RegularExpressions;

namespace Ita.App.Tests.Hosting;

/// <summary>Opens and posts the officers' pages as a browser does, without following redirects.</summary>
internal sealed partial class OfficersForms(Uri address) : IDisposable
{
    private readonly HttpClient http = PatientClient.Of(address, AppOnHost.Key);

    /// <summary>Posts the form of a page with the tag that it shows now.</summary>
    public async Task<(HttpStatusCode Status, string Page)> SaveAsync(string page, params (string Name, string Value)[] fields) =>
        await PostAsync(page, [("tag", await TagAsync(page)), .. fields]);

    public async Task<(HttpStatusCode Status, string Page)> PostAsync(string page, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await PostAsync(page, form);
    }

    public async Task<(HttpStatusCode Status, string Page)> PostFileAsync(string page, byte[] file, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "picture.png" } };
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        return await PostAsync(page, form);
    }

    /// <summary>What the page's form has shown.</summary>
    public async Task<string> TagAsync(string page) => TagField().Match(await ShownAsync(page)).Groups["tag"].Value;

    public async Task<string> ShownAsync(string page)
    {
        using var answer = await http.GetAsync(Address(page));
        Assert.Equal((page, HttpStatusCode.OK), (page, answer.StatusCode));
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    public void Dispose() => http.Dispose();

    // The address of a redirect, or the page.
    private async Task<(HttpStatusCode Status, string Page)> PostAsync(string page, HttpContent form)
    {
        using var answer = await http.PostAsync(Address(page), form);
        return (answer.StatusCode, answer.Headers.Location?.ToString() ?? WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    private static Uri Address(string page) => new($"/api/app/{page}", UriKind.Relative);

    [GeneratedRegex("name=\"tag\" value=\"(?<tag>[^\"]+)\"")]
    private static partial Regex TagField();
}
