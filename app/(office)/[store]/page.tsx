import { redirect } from 'next/navigation';

/** A store opens at its orders. */
export default async function StoreStartPage(props: { params: Promise<{ store: string }> }) {
  const { store } = await props.params;
  redirect(`/${store}/orders`);
}
