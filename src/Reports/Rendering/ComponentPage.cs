using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ita.Reports.Rendering;

/// <summary>Renders a Razor component to an HTML text, outside any web app.</summary>
public static class ComponentPage
{
    // The default encoder writes every Thai letter as a character reference, eight times its size.
    private static readonly ServiceProvider Services =
        new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();

    public static async Task<string> RenderAsync<TComponent>(Dictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        await using var renderer = new HtmlRenderer(Services, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters))).ToHtmlString());
        // Of all letters only the no-break space is still written as a reference; as itself it can be seen by what works on the text.
        return html.Replace("&#xA0;", "\u00a0", StringComparison.Ordinal);
    }
}
