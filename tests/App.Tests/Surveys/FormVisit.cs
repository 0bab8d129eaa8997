using System.Net;
using System.Text.RegularExpressions;
using Ita.App.Tests.Hosting;
using Ita.Domain.Responses;

namespace Ita.App.Tests.Surveys;

/// <summary>A respondent without a browser: posts what the last page holds, with changes.</summary>
internal sealed partial class FormVisit(RunningApp running, string agency, string form, string query = "", int year = 2567) : IDisposable
{
    private readonly PageClient pages = new(running.App.Host.Address, key: null);

    /// <summary>The hidden fields of the last page.</summary>
    public Dictionary<string, string> Held { get; private set; } = [];

    public PageReply Last { get; private set; } = null!;

    public string Address => $"/surveys/{year}/{agency}/{form}";

    public void Dispose() => pages.Dispose();

    public async Task<PageReply> OpenAsync() => Keep(await pages.GetAsync(Address + query));

    public Task<PageReply> StartAsync(params (string, string)[] typed) => PostAsync("/start", typed);

    public Task<PageReply> GoAsync(string button, params (string, string)[] chosen) => PostAsync("/steps", [.. chosen, ("go", button)]);

    public Task<PageReply> SendAsync() => PostAsync("");

    /// <summary>Asks for a password and starts the form with it.</summary>
    public async Task<PageReply> ProveAsync(string subject)
    {
        await OpenAsync();
        var asked = await PostAsync("/otp", ("subject", subject));
        return await StartAsync(("otp", Shown().Match(asked.Text).Groups[1].Value));
    }

    /// <summary>Chooses the first option in every question from the first step to the page before sending.</summary>
    public async Task FillAsync(IEnumerable<QuestionList> forms)
    {
        var questions = forms.Single().Questions;
        while (Held.GetValueOrDefault("at") is { } at and not "check")
        {
            var shown = questions.Where(question => Last.Text.Contains($"id=\"q-{question.Code}\"", StringComparison.Ordinal));
            var moved = await GoAsync("next", [.. shown.Select(question => (question.Code, "1"))]);
            Assert.Equal(HttpStatusCode.OK, moved.Status);
            Assert.NotEqual(at, Held["at"]);
        }
    }

    public async Task<PageReply> PostAsync(string part, params (string Name, string Value)[] changes)
    {
        var fields = new Dictionary<string, string>(Held);
        foreach (var (name, value) in changes)
        {
            fields[name] = value;
        }

        return Keep(await pages.PostAsync(Address + part + query, [.. fields.Select(field => (field.Key, field.Value))]));
    }

    private PageReply Keep(PageReply reply)
    {
        Last = reply;
        Held = Hidden().Matches(reply.Text).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
        return reply;
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex("id=\"shown\">([0-9]{6})<")]
    private static partial Regex Shown();
}
