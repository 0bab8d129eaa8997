// The app: the Functions host and our isolated worker in one container, on Container Apps. The platform derives its scaling rules
// from the queue triggers; only the minimum and maximum number of instances are set here.
param name string
param location string
param tags object
param environmentId string
param environmentDomain string
param identityId string
param identityClientId string
param registryServer string
param image string
param storageName string
param insightsName string
param cores string
param minReplicas int
param maxReplicas int
param settings object

@secure()
param secretSettings object

@secure()
param eventKey string

@secure()
param hostKey string

var names = loadJsonContent('../names.json')
var url = 'https://${name}.${environmentDomain}'

// Responds until the first image is pushed.
var placeholder = 'mcr.microsoft.com/k8se/quickstart-functions:latest'

// Settings that the deployment computes, then those of the parameters.
var known = union({
  ITA_PUBLIC_URL: url
}, settings)

// A setting without a value is left out, and the app uses its own default.
var plain = filter(names.settings, setting => !setting.secret && !empty(known[?setting.name] ?? ''))
// A secret that belongs to a plain setting is left out without that one.
var secret = filter(names.settings, setting => setting.secret && (empty(setting.?with ?? '') || !empty(known[?(setting.?with ?? '')] ?? '')))

// Files from which the host reads its keys: with this kind of key store it creates none itself.
var hostKeys = [
  { name: 'host-master', path: 'host.master', value: hostKey }
  { name: 'host-function-default', path: 'host.function.default', value: hostKey }
  { name: 'host-systemkey-blobs-extension', path: 'host.systemKey.blobs_extension', value: eventKey }
]

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource app 'Microsoft.App/containerApps@2025-07-01' = {
  name: name
  location: location
  tags: union(tags, {
    'azd-service-name': 'app'
  })
  kind: 'functionapp'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    environmentId: environmentId
    workloadProfileName: 'Consumption'
    configuration: {
      // One revision at a time, because two would share the queues.
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        targetPort: 80
        allowInsecure: false
        transport: 'auto'
      }
      registries: [
        {
          server: registryServer
          identity: identityId
        }
      ]
      secrets: concat(map(hostKeys, key => {
        name: key.name
        value: key.value
      }), map(secret, setting => {
        name: toLower(replace(setting.name, '_', '-'))
        value: secretSettings[setting.name]
      }))
    }
    template: {
      containers: [
        {
          name: 'app'
          image: empty(image) ? placeholder : image
          resources: {
            cpu: json(cores)
            memory: '${2 * int(split(cores, '.')[0])}Gi'
          }
          env: concat([
            {
              name: 'AzureWebJobsStorage__accountName'
              value: storageName
            }
            {
              name: 'AzureWebJobsStorage__clientId'
              value: identityClientId
            }
            // Fixed, so that the queue of the blob trigger has a name that is known before the host starts (names.json, host.queues).
            {
              name: 'AzureFunctionsWebHost__hostid'
              value: names.host.id
            }
            {
              name: 'AZURE_CLIENT_ID'
              value: identityClientId
            }
            {
              name: 'APPLICATIONINSIGHTS_CONNECTION_STRING'
              value: insights.properties.ConnectionString
            }
            {
              name: 'APPLICATIONINSIGHTS_AUTHENTICATION_STRING'
              value: 'ClientId=${identityClientId};Authorization=AAD'
            }
          ], names.hostSettings, map(plain, setting => {
            name: setting.name
            value: known[setting.name]
          }), map(secret, setting => {
            name: setting.name
            secretRef: toLower(replace(setting.name, '_', '-'))
          }))
          // All three go through the host to the worker, so they also fail when the worker does not respond.
          probes: [
            {
              type: 'Startup'
              httpGet: {
                path: '/api/health/live'
                port: 80
              }
              periodSeconds: 5
              failureThreshold: 48
            }
            {
              type: 'Liveness'
              httpGet: {
                path: '/api/health/live'
                port: 80
              }
              periodSeconds: 30
              timeoutSeconds: 10
              failureThreshold: 4
            }
            {
              type: 'Readiness'
              httpGet: {
                path: '/api/health/ready'
                port: 80
              }
              periodSeconds: 15
              timeoutSeconds: 10
              failureThreshold: 4
            }
          ]
          volumeMounts: [
            {
              volumeName: 'functions-keys'
              mountPath: '/run/secrets/functions-keys'
            }
          ]
        }
      ]
      volumes: [
        {
          name: 'functions-keys'
          storageType: 'Secret'
          secrets: map(hostKeys, key => {
            secretRef: key.name
            path: key.path
          })
        }
      ]
      scale: {
        minReplicas: minReplicas
        maxReplicas: maxReplicas
      }
      terminationGracePeriodSeconds: 120
    }
  }
}

output id string = app.id
output name string = app.name
output url string = 'https://${app.properties.configuration.ingress.fqdn}'
