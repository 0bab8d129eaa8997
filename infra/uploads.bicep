// Event Grid reports each file that arrives in the container "uploads" to the app. Deployed by scripts/subscribe-uploads once the
// app is running, because Event Grid sends a validation request to the URL before it accepts it.
param topicName string
param storageName string

@description('The app\'s address, https://… without a slash at the end.')
param appUrl string

@description('The key that Event Grid sends to the host; ITA_EVENT_KEY of the deployment.')
@secure()
@minLength(32)
param eventKey string

var names = loadJsonContent('names.json')

module subscription 'modules/subscription.bicep' = {
  name: 'uploads-subscription'
  params: {
    topicName: topicName
    storageName: storageName
    deadLetterContainer: names.deadLetters
    endpointUrl: '${appUrl}/runtime/webhooks/blobs?functionName=Host.Functions.UploadArrived&code=${uriComponent(eventKey)}'
  }
}
